namespace Voltloop.Kernels.Commonality;

/// <summary>
/// Finds what separates bad units from good ones over all steps: Fisher's exact test for every level, the best window of time and pairs of
/// levels, Holm's correction, and forward selection within strata of what was found before, so that what merely goes together falls away.
/// </summary>
/// <param name="columns">The steps.</param>
/// <param name="bad">Bad units.</param>
/// <param name="settings">How to decide.</param>
public sealed class CommonalitySearch(IReadOnlyList<StepColumn> columns, UnitSet bad, CommonalitySettings settings)
{
    private readonly Dictionary<(int Column, int Level), WindowScan> _scans = [];
    private UnitSet[] _known = [];
    private int _tests;

    /// <summary>Searches.</summary>
    public CommonalityReport Find()
    {
        var (count, holes) = (bad.Count, new int[columns.Count]);
        _known = [.. columns.Select(column => column.Known())];
        for (var i = 0; i < holes.Length; i++) holes[i] = bad.Units - _known[i].Count;
        var report = new CommonalityReport(Verdict(count), bad.Units, count) { Holes = holes };
        if (report.Verdict != CommonalityVerdict.Found) return report;
        var factors = Corrected(Candidates());
        var causes = Causes(factors);
        return report with { Verdict = causes.Count > 0 ? CommonalityVerdict.Found : CommonalityVerdict.NothingSeparates, Tests = _tests, Causes = causes, Ranking = factors };
    }

    private CommonalityVerdict Verdict(int count) => (count, bad.Units - count) switch
    {
        (_, 0) when bad.Units > 0 => CommonalityVerdict.AllBad,
        (0, _) => CommonalityVerdict.NoneBad,
        ( < CommonalityLimits.FewestBad, _) or (_, < CommonalityLimits.FewestGood) => CommonalityVerdict.TooFew,
        _ => CommonalityVerdict.Found,
    };

    private List<CommonalityFactor> Candidates()
    {
        var levels = Levels();
        var scanned = levels.Where(level => columns[level.Column].Times is not null).Take(CommonalityLimits.MaxScans).Select(Windowed).OfType<CommonalityFactor>().ToList();
        CommonalityFactor[] paired = [.. levels.Take(CommonalityLimits.MaxPaired)];
        List<CommonalityFactor> pairs = [.. paired.SelectMany((one, i) => paired.Skip(i + 1).Where(two => two.Column != one.Column).Select(two => Paired(one, two))).OfType<CommonalityFactor>()];
        _tests += scanned.Count + (pairs.Count > 0 ? 1 : 0);
        return [.. levels, .. scanned, .. pairs.Select(pair => pair with { Searched = pairs.Count, Probability = Math.Min(1, pair.Probability * pairs.Count) })];
    }

    // Levels that all or no units have tell nothing, and are no tests.
    private List<CommonalityFactor> Levels()
    {
        int[] faulty = [.. Enumerable.Range(0, bad.Units).Where(unit => bad[unit])];
        var found = new List<(int Column, int Level, ContingencyTable Table, double Probability)>();
        for (var i = 0; i < columns.Count; i++)
        {
            var (all, wrong) = (new int[columns[i].Levels.Count], new int[columns[i].Levels.Count]);
            LevelCounts.Of(columns[i], faulty, all, wrong);
            var (total, known) = (_known[i].Count, UnitSet.Table(_known[i], _known[i], bad, _known[i]).Bad);
            for (var level = 0; level < all.Length; level++)
            {
                var table = new ContingencyTable(wrong[level], all[level], known, total);
                if (table.With >= 2 && table.Without > 0 || (table.With == total && columns[i].Times is not null)) found.Add((i, level, table, table.Probability));
            }
        }

        _tests += found.Count(one => one.Table.Without > 0);
        return [.. found.OrderBy(one => one.Probability).ThenByDescending(one => one.Table.LogLikelihoodRatio).Take(CommonalityLimits.MaxFollowed).Select(one => new CommonalityFactor(FactorKind.Level, one.Column, one.Level)
        {
            Table = one.Table, Probability = one.Probability, With = columns[one.Column].At(one.Level), Known = _known[one.Column], Precedence = columns[one.Column].Precedence,
        })];
    }

    private CommonalityFactor? Windowed(CommonalityFactor level)
    {
        var scan = _scans[(level.Column, level.Level)] = new WindowScan(columns[level.Column], level.Level, bad, (level.Table.Bad, level.Table.Total));
        if (scan.Find() is not { } window) return null;
        var with = columns[level.Column].At(level.Level, window.From, window.To);
        var table = UnitSet.Table(with, level.Known, bad, level.Known);
        if (table.With == level.Table.With) return null;
        return level with { Kind = FactorKind.Window, Window = window, With = with, Table = table, Searched = WindowScan.Searched, Probability = Math.Min(1, WindowScan.Searched * table.Probability) };
    }

    private CommonalityFactor? Paired(CommonalityFactor one, CommonalityFactor two)
    {
        var (with, known) = (one.With.And(two.With), one.Known.And(two.Known));
        var table = UnitSet.Table(with, known, bad, known);
        if (table.With < 2 || table.With == one.Table.With || table.With == two.Table.With) return null;
        return one with { Kind = FactorKind.Pair, Second = (two.Column, two.Level), With = with, Known = known, Table = table, Probability = table.Probability, Precedence = one.Precedence + two.Precedence + 1 };
    }

    // Holm 1979: the k-th smallest of m counts m - k + 1 times.
    private List<CommonalityFactor> Corrected(List<CommonalityFactor> factors)
    {
        var (ranked, least, result) = (factors.OrderBy(one => one.Probability).ThenByDescending(one => one.Table.LogLikelihoodRatio).ToList(), 0.0, new List<CommonalityFactor>());
        for (var i = 0; i < ranked.Count; i++)
        {
            least = Math.Max(least, Math.Min(1, ranked[i].Probability * Math.Max(1, _tests - i)));
            result.Add(ranked[i] with { Adjusted = least });
        }

        return result;
    }

    private List<CommonalityCause> Causes(List<CommonalityFactor> factors)
    {
        var (causes, strata, left) = (new List<CommonalityCause>(), new List<UnitSet> { UnitSet.All(bad.Units) }, factors.ToList());
        while (causes.Count < CommonalityLimits.MaxCauses && left.Count > 0)
        {
            var chances = left.Select(one => one.Chance(bad, strata)).ToList();
            var best = Enumerable.Range(0, left.Count).MinBy(i => (chances[i], -left[i].Table.LogLikelihoodRatio));
            if (Math.Min(1, chances[best] * _tests) >= settings.Level) break;
            var cause = Grouped(left, chances, best, strata);
            causes.Add(cause);
            var told = cause.Alike.Concat(cause.Explained).Append(cause.Head).Select(one => one.Key).ToHashSet();
            left.RemoveAll(one => told.Contains(one.Key));
            strata = Split(strata, cause.Head);
        }

        return causes;
    }

    // What tells nothing more once the best is known goes with it: explained by it when the best still tells something, else alike.
    private CommonalityCause Grouped(List<CommonalityFactor> left, List<double> chances, int best, List<UnitSet> strata)
    {
        var (head, alike, explained, split) = (left[best], new List<CommonalityFactor>(), new List<CommonalityFactor>(), Split(strata, left[best]));
        for (var i = 0; i < left.Count; i++)
        {
            if (i == best || chances[i] >= settings.Apart || left[i].Chance(bad, split) < settings.Apart) continue;
            (head.Chance(bad, Split(strata, left[i])) >= settings.Apart ? alike : explained).Add(left[i]);
        }

        CommonalityFactor[] names = [head, .. alike];
        var name = Named(names);
        var tables = strata.Select(stratum => name.Within(bad, stratum)).ToArray();
        return new CommonalityCause(name, chances[best], Math.Min(1, chances[best] * _tests), StratifiedTest.RiskRatio(tables)) { Alike = [.. names.Where(one => one != name)], Explained = explained };
    }

    // The name under which the data are likeliest; a window only where its machine was not as bad all the time.
    private CommonalityFactor Named(CommonalityFactor[] names)
    {
        // Beginning and end are two more parameters: half the 5 % point of chi-square with two degrees of freedom.
        const double WindowCost = 3;
        const double Equal = 1e-9;
        static double Likelihood(CommonalityFactor one) => one.Table.LogLikelihoodRatio - (one.Window is null ? 0 : WindowCost);
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Window is not { } window) continue;
            names[i] = names[i] with { Window = window with { Probability = _scans[(names[i].Column, names[i].Level)].Probability(settings.Permutations, settings.Seed) } };
        }

        CommonalityFactor[] fit = [.. names.Where(one => one.Window is null || one.Window.Probability < settings.Level)];
        if (fit.Length == 0) fit = names;
        var most = fit.Max(Likelihood);
        return fit.Where(one => Likelihood(one) > most - Equal).OrderBy(one => one.Precedence).ThenBy(one => one.Kind == FactorKind.Window ? 0 : 1).ThenBy(one => one.Column).First();
    }

    private static List<UnitSet> Split(List<UnitSet> strata, CommonalityFactor by) =>
        [.. strata.SelectMany(stratum => new[] { stratum.And(by.With), stratum.And(by.Known).Except(by.With), stratum.Except(by.Known) }).Where(part => part.Count > 0)];
}
