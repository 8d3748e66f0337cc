using Voltloop.Core.Problems;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Named errors of the EN 18222 API.</summary>
internal static class En18222Problems
{
    /// <summary>The passport has ceased to exist; only its tombstone is left.</summary>
    public static readonly ProblemKind Gone = new("passport-gone", "The passport has ceased to exist.", 410, 3);

    /// <summary>The passport changed since the caller read it.</summary>
    public static readonly ProblemKind Changed = new("precondition-failed", "The passport changed in the meantime.", 412, 4);

    /// <summary>None of the accepted media types is offered.</summary>
    public static readonly ProblemKind NotAcceptable = new("not-acceptable", "No accepted media type is offered.", 406, 2);

    /// <summary>The body is not in a media type that the method takes.</summary>
    public static readonly ProblemKind WrongMediaType = new("unsupported-media-type", "The method does not take this media type.", 415, 2);
}
