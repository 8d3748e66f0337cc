using Voltloop.Core.Problems;
using Voltloop.Kernels.Experiments;

namespace Voltloop.Quality.DesignExperiment;

/// <summary>Plans the runs of an experiment.</summary>
internal static class ExperimentPlanner
{
    private const int UsualCentres = 4;
    private const int LongestAlias = 2;

    /// <summary>Plans.</summary>
    /// <exception cref="ProblemException">There is no such design.</exception>
    public static ExperimentResource Of(ExperimentRequest request)
    {
        var (asked, factors) = (request.Checked(), ExperimentFactor.Read(request.Factors));
        if (factors.Count is < 2 or > TwoLevelDesign.MaxFactors) throw new ProblemException(CommonProblems.InvalidValue, $"{factors.Count} factors; 2 to {TwoLevelDesign.MaxFactors} are possible.", "factors", ExperimentFactor.Layout);
        var kind = string.IsNullOrWhiteSpace(asked.Kind) ? "factorial" : asked.Kind.Trim().ToLowerInvariant();
        if (kind != "factorial" && asked.Blocks > 1) throw new ProblemException(CommonProblems.InvalidValue, "Only a factorial is cut into blocks here.", "blocks");
        return kind switch
        {
            "factorial" => Factorial(asked, factors),
            "screening" or "plackett-burman" => Screening(asked, factors),
            "composite" => Composite(asked, factors),
            "box-behnken" => Planned(asked, factors, (kind, SurfaceDesign.BoxBehnken(factors.Count) ?? throw None("Box and Behnken's design has 3 to 7 factors.", "factors"), UsualCentres)) with { Notes = ["A quadratic surface in all factors can be fitted; no run has all factors at an end at once."] },
            _ => throw None($"There is no kind \"{asked.Kind}\": use factorial, screening, composite or box-behnken.", "kind"),
        };
    }

    private static ExperimentResource Factorial(ExperimentRequest asked, IReadOnlyList<ExperimentFactor> factors)
    {
        var design = Design(asked, factors.Count);
        if (design.Basic > 10) throw None($"2^{design.Basic} runs are more than {TwoLevelDesign.MaxRuns}: halve the design.", "fraction");
        var blocks = asked.Blocks ?? 1;
        var words = design.Blocks(blocks) ?? throw None($"{blocks} blocks would take a main effect.", "blocks");
        var runs = design.Runs();
        var parts = runs.Select(run => Enumerable.Range(0, words.Count).Sum(k => Word.Sign(words[k], run) > 0 ? 1 << k : 0)).ToArray();
        var plan = Planned(asked, factors, ("factorial", [.. runs.Select(run => Enumerable.Range(0, factors.Count).Select(j => (run >> j & 1) == 1 ? 1.0 : -1.0).ToArray())], 0), parts);
        var lost = TwoLevelDesign.Products(words).Skip(1).Select(Word.Of).ToArray();
        return plan with
        {
            Resolution = design.Resolution, Relation = [.. design.Generators.Select((word, i) => $"{Word.Letters[design.Basic + i]} = {Word.Of(word)}"), .. design.Generators.Count > 0 ? [$"I = {string.Join(" = ", design.Relation.Select(Word.Of))}"] : Array.Empty<string>()],
            Aliases = Aliases(design, factors.Count),
            Notes = [.. design.Resolution is { } resolution ? [Says(resolution)] : new[] { "Every interaction can be told from every other effect." }, .. lost.Length > 0 ? [$"Blocks take {string.Join(", ", lost)}."] : Array.Empty<string>(), "Letters stand for the factors in their order (I is left out)."],
        };
    }

    private static TwoLevelDesign Design(ExperimentRequest asked, int factors)
    {
        if (string.IsNullOrWhiteSpace(asked.Generators)) return TwoLevelDesign.Fraction(factors, asked.Fraction ?? 0) ?? throw None($"No usual generators are known for {factors} factors halved {asked.Fraction} times; give your own.", "generators");
        int[] words = [.. asked.Generators.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(text => Word.Parse(text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]) ?? throw None($"\"{text}\" is no word of factors.", "generators"))];
        return TwoLevelDesign.Fraction(factors, words) ?? throw None("A generator uses other than basic factors, or makes two factors equal.", "generators");
    }

    // A line for each main effect and two-factor interaction that is not alone, with its shortest aliases.
    private static string[] Aliases(TwoLevelDesign design, int factors)
    {
        if (design.Generators.Count == 0) return [];
        var singles = Enumerable.Range(0, factors).Select(j => 1 << j).ToArray();
        var (lines, seen) = (new List<string>(), new HashSet<int>());
        foreach (var word in singles.Concat(from i in singles from j in singles where i < j select i | j))
        {
            if (!seen.Add(word)) continue;
            var longest = Word.Length(word) == 1 ? Math.Max(LongestAlias, design.Resolution!.Value - 1) : LongestAlias;
            int[] same = [.. design.Aliases(word).Where(one => Word.Length(one) <= longest)];
            seen.UnionWith(same);
            if (same.Length > 0) lines.Add(string.Join(" = ", same.Prepend(word).Select(Word.Of)));
        }

        return [.. lines];
    }

    private static string Says(int resolution) => resolution switch
    {
        3 => "Resolution III: main effects cannot be told from two-factor interactions.",
        4 => "Resolution IV: main effects are clear of two-factor interactions, these cannot be told from each other.",
        _ => $"Resolution {resolution}: main effects and two-factor interactions can be told apart.",
    };

    private static ExperimentResource Screening(ExperimentRequest asked, IReadOnlyList<ExperimentFactor> factors)
    {
        var runs = asked.Runs ?? ScreeningDesign.Sizes.Where(size => size > factors.Count).Min();
        var coded = ScreeningDesign.Of(runs, factors.Count) ?? throw None($"There is no design of {runs} runs for {factors.Count} factors; sizes are {string.Join(", ", ScreeningDesign.Sizes)}.", "runs");
        return Planned(asked, factors, ("screening", coded, 0)) with { Notes = ["Main effects only: each is mixed with parts of two-factor interactions of the other factors."] };
    }

    private static ExperimentResource Composite(ExperimentRequest asked, IReadOnlyList<ExperimentFactor> factors)
    {
        if (factors.Count > SurfaceDesign.MaxFactors) throw None($"A central composite design has up to {SurfaceDesign.MaxFactors} factors.", "factors");
        var corners = 1 << SurfaceDesign.Corners(factors.Count).Basic;
        var distance = (string.IsNullOrEmpty(asked.Alpha) ? "rotatable" : asked.Alpha) switch
        {
            "rotatable" => Math.Pow(corners, 0.25),
            "face" => 1,
            "spherical" => Math.Sqrt(factors.Count),
            _ => throw None($"There is no distance \"{asked.Alpha}\": use rotatable, face or spherical.", "alpha"),
        };
        return Planned(asked, factors, ("composite", SurfaceDesign.Composite(factors.Count, distance), UsualCentres)) with { Notes = [FormattableString.Invariant($"Stars stand at a coded {distance:G5}: outside the levels given, unless the distance is face.")] };
    }

    private static ExperimentResource Planned(ExperimentRequest asked, IReadOnlyList<ExperimentFactor> factors, (string Kind, double[][] Coded, int Centres) of, int[]? blocks = null)
    {
        var (repeats, centres) = (asked.Repeats ?? 1, asked.Centres ?? of.Centres);
        var all = Enumerable.Range(0, repeats).SelectMany(_ => of.Coded.Select((coded, i) => (Coded: coded, Block: blocks?[i] ?? 0))).ToList();
        var count = all.Max(run => run.Block) + 1;
        for (var block = 0; block < count; block++) all.AddRange(Enumerable.Repeat((new double[factors.Count], block), centres));
        var random = new Random(asked.Seed ?? 1);
        // In blocks one after the other; the order within a block is by chance.
        var order = all.Select((run, i) => (run.Coded, run.Block, Standard: i + 1, Chance: random.NextDouble())).OrderBy(run => run.Block).ThenBy(run => run.Chance);
        return new ExperimentResource(of.Kind, factors, [.. order.Select((run, i) => new ExperimentRun(i + 1, run.Standard, run.Block + 1, run.Coded, [.. run.Coded.Select((coded, j) => factors[j].Level(coded))]))]) { Notes = [] };
    }

    private static ProblemException None(string says, string place) => new(CommonProblems.InvalidValue, says, place);
}
