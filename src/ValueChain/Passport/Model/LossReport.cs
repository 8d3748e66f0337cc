namespace Voltloop.Passport.Model;

/// <summary>What an export could not carry. Only facts that the audience may read are counted.</summary>
/// <param name="Format">Format of the export.</param>
/// <param name="Carried">Number of facts in the export.</param>
/// <param name="Lost">Facts that are not in the export.</param>
/// <param name="Incomplete">Facts that are in the export without all of what the record says.</param>
public sealed record LossReport(string Format, int Carried, IReadOnlyList<LostTerm> Lost, IReadOnlyList<LostTerm> Incomplete)
{
    /// <summary>The report of a format that carries everything.</summary>
    public static LossReport None(string format, int carried) => new(format, carried, [], []);
}
