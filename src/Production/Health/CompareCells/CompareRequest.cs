using Voltloop.Core.Problems;

namespace Voltloop.Health.CompareCells;

/// <summary>Which batteries are laid beside each other.</summary>
/// <param name="Ids">Identifiers in any spelling; several in one text are separated by commas or spaces.</param>
internal sealed record CompareRequest(IReadOnlyList<string> Ids)
{
    /// <summary>Most batteries at once: as many as there are colours.</summary>
    public const int MostCells = 6;

    private static readonly char[] Marks = [',', ' ', '\n', '\r', '\t'];

    /// <summary>The identifiers, each once.</summary>
    /// <exception cref="ProblemException">There are too many.</exception>
    public IReadOnlyList<string> Read()
    {
        string[] ids = [.. Ids.SelectMany(text => text.Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];
        return ids.Length <= MostCells ? ids
            : throw new ProblemException(CommonProblems.LimitExceeded, $"{ids.Length} batteries are named; at most {MostCells} are compared at once.", "ids");
    }
}
