using System.Globalization;
using Voltloop.Kernels.CausalStructure;

namespace Voltloop.Quality.LearnStructure;

/// <summary>Sentences about a structure.</summary>
internal static class StructureWords
{
    /// <summary>Where what is said holds.</summary>
    public const string Validity = "Relations are monotone (linear with plain values), units are independent of each other, no unit goes back to an earlier station, and nothing that was not measured causes two of the variables. Where something unmeasured does, an edge is an association that none of the measured variables explains: check it on the line before acting.";

    private const int MostHeld = 6;

    /// <summary>The method with its reference.</summary>
    public static string Method(StructureSearch search, bool isPlain) => (search == StructureSearch.Stations
            ? "Regression on everything at earlier stations (Shojaie and Michailidis 2010), PC within each station (Spirtes, Glymour and Scheines 2000; Colombo and Maathuis 2014), false edges held by Benjamini and Hochberg (1995)"
            : "PC in the form that does not depend on the order of columns, with stations as tiers (Spirtes, Glymour and Scheines 2000; Colombo and Maathuis 2014; Andrews et al. 2021)")
        + (isPlain ? "" : ", on normal scores of ranks (Harris and Drton 2013)") + "; directions by Meek's rules (1995)";

    /// <summary>What was found.</summary>
    public static string Of(StationTable table, IReadOnlyList<EdgeResource> edges, (string Name, IReadOnlyList<EffectResource> Effects)? target)
    {
        var found = string.Create(CultureInfo.InvariantCulture, $"{edges.Count} edges between {table.Variables.Count} variables, from {table.Rows} units.");
        if (target is not { } of) return found;
        string[] causes = [.. of.Effects.Where(one => one.Adjusted < 0.05 && !one.IsPossible).Take(3).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Cause} ({one.Effect:+0.00;-0.00})"))];
        return causes.Length == 0 ? $"{found} No cause of {of.Name} was found." : $"{found} {of.Name} is moved most by {string.Join(", ", causes)}.";
    }

    /// <summary>What a test held fixed: by name, or by station when there are many.</summary>
    public static IReadOnlyList<string> Held(IReadOnlyList<int> given, StationTable table, Func<int, string> name)
    {
        if (given.Count <= MostHeld) return [.. given.Select(name)];
        var latest = given.Max(v => table.Variables[v].Station);
        int[] own = [.. given.Where(v => table.Variables[v].Station == latest)];
        var whole = given.Count(v => table.Variables[v].Station < latest);
        return own.Length <= MostHeld ? [$"the {whole} others before {table.Stations[latest]}", .. own.Select(name)] : [$"all {given.Count} others up to {table.Stations[latest]}"];
    }

    /// <summary>What the reader should know.</summary>
    public static IEnumerable<string> Notes(LearnedStructure structure, StationTable table, (int Halves, int Seed)? drawn, Func<int, string> name)
    {
        if (table.Stations.Count == 1) yield return "No order of stations is known: directions come from the data alone, and most stay open.";
        if (structure.Search == StructureSearch.Neighbours) yield return $"There are fewer than {StructureSettings.RowsForWhole} units for each variable, some variables determine others, or it was asked for: a few neighbours are held fixed at a time. The share of false edges is not held then.";
        if (structure.IsCut) yield return $"The search ended at {StructureSettings.MaxTests:N0} tests before its depth: more edges may be false.";
        if (structure.Contradicted.Count > 0) yield return $"The data contradict themselves about the direction of {structure.Contradicted.Count} edges, which stay open: {string.Join("; ", structure.Contradicted.Take(3).Select(pair => $"{name(pair.X)} and {name(pair.Y)}"))}{(structure.Contradicted.Count > 3 ? " ..." : "")}.";
        if (drawn is { } draw) yield return $"Found again: in {draw.Halves} halves of the units, drawn at random from seed {draw.Seed}. A half finds less than the whole.";
    }
}
