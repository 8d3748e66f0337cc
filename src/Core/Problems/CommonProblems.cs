namespace Voltloop.Core.Problems;

/// <summary>Kinds that any room may raise. Kinds of one room live in that room.</summary>
public static class CommonProblems
{
    /// <summary>The input cannot be read as the format it claims to be.</summary>
    public static readonly ProblemKind MalformedInput = new("malformed-input", "The input cannot be read.", 400, 2);

    /// <summary>The input can be read, but a value in it breaks a rule.</summary>
    public static readonly ProblemKind InvalidValue = new("invalid-value", "A value breaks a rule.", 422, 2);

    /// <summary>The input is larger, deeper or longer than a named limit.</summary>
    public static readonly ProblemKind LimitExceeded = new("limit-exceeded", "A limit is exceeded.", 413, 6);

    /// <summary>No importer recognises the content.</summary>
    public static readonly ProblemKind UnknownFormat = new("unknown-format", "The format is not recognised.", 415, 2);

    /// <summary>The thing, document or series asked for is not in the record.</summary>
    public static readonly ProblemKind NotFound = new("not-found", "Not in the record.", 404, 3);

    /// <summary>An identifier is not well formed or its check digit is wrong.</summary>
    public static readonly ProblemKind InvalidIdentifier = new("invalid-identifier", "The identifier is not valid.", 400, 2);

    /// <summary>A term is used that the vocabulary does not define.</summary>
    public static readonly ProblemKind UnknownTerm = new("unknown-term", "The vocabulary has no such term.", 422, 2);

    /// <summary>The write contradicts what the record already holds.</summary>
    public static readonly ProblemKind Conflict = new("conflict", "The write contradicts the record.", 409, 4);

    /// <summary>A command line or query option is missing or contradictory.</summary>
    public static readonly ProblemKind BadRequest = new("bad-request", "The request is not complete or not consistent.", 400, 2);
}
