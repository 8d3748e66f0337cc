using Voltloop.Core.Problems;

namespace Voltloop.Core.Canonical;

/// <summary>Why JSON has no canonical form (RFC 8785 rests on I-JSON, RFC 7493).</summary>
public static class CanonicalProblems
{
    /// <summary>An object names a member twice: two readers could understand two things.</summary>
    public static readonly ProblemKind DuplicateMember = new("json-duplicate-member", "A JSON object names a member twice.", 400, 2);

    /// <summary>A text holds half of a surrogate pair or bytes that are not UTF-8, so it is not Unicode.</summary>
    public static readonly ProblemKind NotUnicode = new("json-not-unicode", "A JSON text is not well-formed Unicode.", 400, 2);

    /// <summary>A number is outside of IEEE 754 double precision.</summary>
    public static readonly ProblemKind NumberRange = new("json-number-range", "A JSON number is out of range.", 400, 2);
}
