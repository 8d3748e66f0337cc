using System.Globalization;
using Voltloop.Core.Problems;

namespace Voltloop.Health.ReadMatlab;

/// <summary>Problems of MATLAB files.</summary>
internal static class MatlabProblems
{
    /// <summary>The file ends early, a length in it is impossible, or its compressed data is damaged.</summary>
    public static readonly ProblemKind Damaged = new("matlab-damaged", "The MATLAB file is damaged.", 400, 2);

    /// <summary>Not a MAT file of version 5 (saved with -v6 or -v7).</summary>
    public static readonly ProblemKind NotVersion5 = new("matlab-version", "The file is not a MATLAB file of version 5.", 415, 2);

    /// <summary>Deeper, larger or more numerous than a named limit.</summary>
    public static readonly ProblemKind TooLarge = new("matlab-limit", "The MATLAB file exceeds a limit.", 413, 6);

    /// <summary>A field that is needed is not in the file.</summary>
    public static readonly ProblemKind FieldMissing = new("matlab-field-missing", "The MATLAB file lacks a field.", 422, 2);

    public static ProblemException At(long offset, string detail) =>
        new(Damaged, detail, string.Create(CultureInfo.InvariantCulture, $"byte {offset}"));
}
