using Voltloop.Core.Problems;
using Voltloop.Quality.LearnStructure;
using Voltloop.Quality.Model.Experts;

namespace Voltloop.Quality.CompareExperts;

/// <summary>Asks an analysis what is probable, whether it goes together, and whether data agree.</summary>
internal static class FmeaAnalysis
{
    /// <summary>The outcome.</summary>
    /// <param name="of">The analysis, with its name.</param>
    /// <param name="data">Units measured along the line; none for experts alone.</param>
    /// <param name="request">What was seen.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ProblemException">A failure that was seen is not in the analysis, or it cannot have been seen.</exception>
    public static FmeaResource Of((string Name, FailureAnalysis Analysis) of, StationTable? data, FmeaRequest request, CancellationToken cancellation)
    {
        var (network, asked) = (new ExpertNetwork(of.Analysis), request.Checked());
        var known = Known(network, asked);
        var compared = data is null ? null : new ExpertsAndData(data, asked.Useful ?? FmeaRequest.UsualUseful, cancellation);
        LinkVerdict[] verdicts = compared is null ? [] : [.. compared.Verdicts(of.Analysis)];
        ExpertConflict[] conflicts = [.. network.Conflicts, .. verdicts.Where(one => one.Verdict is "no effect" or "order").Select(one => new ExpertConflict(one.Verdict, $"{one.Cause} → {one.Effect}: {one.Says}")), .. compared?.Conflicts(of.Analysis, network) ?? []];
        CauseProbability[] causes = [.. Causes(network, of.Analysis, known)];
        return new FmeaResource(of.Name, Words(of.Analysis, conflicts, (known.Any(one => one.Value), causes)))
        {
            Links = [.. of.Analysis.Links.OrderByDescending(link => link.Priority ?? 0)], Conflicts = conflicts, Observed = FmeaRequest.Names(asked.Observed), Causes = causes, Verdicts = verdicts, Data = data?.Name, Notes = [.. Notes(of.Analysis, network, data)],
        };
    }

    private static Dictionary<int, bool> Known(ExpertNetwork network, FmeaRequest request)
    {
        var known = new Dictionary<int, bool>();
        foreach (var (name, seen) in FmeaRequest.Names(request.Observed).Select(name => (name, true)).Concat(FmeaRequest.Names(request.Absent).Select(name => (name, false))))
        {
            var node = network.Find(name);
            if (node < 0) throw new ProblemException(CommonProblems.NotFound, $"\"{name}\" is not in the analysis.", "observed", $"It names {string.Join("; ", network.Names.Take(20))}{(network.Names.Count > 20 ? " ..." : "")}.");
            if (!known.TryAdd(node, seen)) throw new ProblemException(CommonProblems.InvalidValue, $"\"{name}\" is named twice.", "observed");
        }

        return known;
    }

    private static IEnumerable<CauseProbability> Causes(ExpertNetwork network, FailureAnalysis analysis, Dictionary<int, bool> known)
    {
        if (!network.HasProbabilities) return [];
        var effects = analysis.Links.Select(link => link.Effect).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var nothing = new Dictionary<int, bool>();
        var all = Enumerable.Range(0, network.Names.Count).Where(node => !known.ContainsKey(node))
            .Select(node => (Name: network.Names[node], Before: network.Probability(node, nothing), After: network.Probability(node, known))).ToArray();
        if (all.Any(one => one.After is { } after && double.IsNaN(after))) throw new ProblemException(CommonProblems.InvalidValue, "What was seen cannot be, as the analysis has it: its probability is 0.", "observed", "Give causes a probability above 0.");
        return all.Where(one => one is { Before: not null, After: not null }).Select(one => new CauseProbability(one.Name, one.Before!.Value, one.After!.Value, !effects.Contains(one.Name))).OrderByDescending(one => one.IsRoot).ThenByDescending(one => one.After);
    }

    private static string Words(FailureAnalysis analysis, IReadOnlyList<ExpertConflict> conflicts, (bool IsSeen, IReadOnlyList<CauseProbability> Causes) of)
    {
        var found = $"{analysis.Links.Count} links, {(conflicts.Count == 0 ? "no conflict" : conflicts.Count == 1 ? "1 conflict" : $"{conflicts.Count} conflicts")}.";
        return of is { IsSeen: true, Causes: [{ IsRoot: true } first, ..] } ? $"{found} Most probable cause of what was seen: {first.Name} ({FindCause.CauseWords.Probability(first.After)}, {FindCause.CauseWords.Probability(first.Before)} before)." : found;
    }

    private static IEnumerable<string> Notes(FailureAnalysis analysis, ExpertNetwork network, StationTable? data)
    {
        if (analysis.Links.Any(link => link.Strength is null)) yield return FormattableString.Invariant($"Links without a strength count with {ExpertNetwork.UsualStrength}: the cause alone brings about its effect in every second case.");
        if (analysis.Links.Any(link => link is { Occurrence: not null, Probability: null })) yield return "A rating of 10 counts as one in ten, each step down divides by the root of ten; a column probability takes its place.";
        if (network.HasProbabilities) yield return FormattableString.Invariant($"Causes act independently of each other (noisy-OR, Pearl 1988); a failure has a reason that nobody named with probability {ExpertNetwork.UsualLeak}.");
        if (data is not null) yield return "The data are compared through a structure learned from them; its limits hold here too: " + StructureWords.Validity;
    }
}
