namespace Voltloop.Core.Problems;

/// <summary>One occurrence of a named operating error.</summary>
/// <param name="Kind">What went wrong, as a named kind.</param>
/// <param name="Detail">What went wrong this time, with the values that show it.</param>
/// <param name="Location">Where: a file and line, a JSON pointer, a column; <c>null</c> when it concerns the whole input.</param>
/// <param name="Remedy">What the reader can do about it; <c>null</c> when the detail says it all.</param>
public sealed record Problem(ProblemKind Kind, string Detail, string? Location = null, string? Remedy = null)
{
    /// <summary>One line: code, place, detail and remedy.</summary>
    public override string ToString()
    {
        var place = Location is null ? "" : $" at {Location}";
        var remedy = Remedy is null ? "" : $" {Remedy}";
        return $"{Kind.Code}{place}: {Detail}{remedy}";
    }
}
