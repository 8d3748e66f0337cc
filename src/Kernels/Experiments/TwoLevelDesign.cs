namespace Voltloop.Kernels.Experiments;

/// <summary>A full or fractional factorial of two levels (Box and Hunter 1961).</summary>
public sealed class TwoLevelDesign
{
    /// <summary>Most factors.</summary>
    public const int MaxFactors = 15;

    /// <summary>Most runs.</summary>
    public const int MaxRuns = 1024;

    // Minimum aberration (Montgomery, Design and Analysis of Experiments, table X).
    private static readonly Dictionary<(int Factors, int Less), string> Usual = new()
    {
        [(3, 1)] = "AB", [(4, 1)] = "ABC", [(5, 1)] = "ABCD", [(5, 2)] = "AB AC", [(6, 1)] = "ABCDE", [(6, 2)] = "ABC BCD", [(6, 3)] = "AB AC BC", [(7, 1)] = "ABCDEF",
        [(7, 2)] = "ABCD ABDE", [(7, 3)] = "ABC BCD ACD", [(7, 4)] = "AB AC BC ABC", [(8, 1)] = "ABCDEFG", [(8, 2)] = "ABCD ABEF", [(8, 3)] = "ABC ABD BCDE", [(8, 4)] = "BCD ACD ABC ABD",
        [(9, 2)] = "ACDFG BCEFG", [(9, 3)] = "ABCD ACEF CDEF", [(9, 4)] = "BCDE ACDE ABDE ABCE", [(9, 5)] = "ABC BCD ACD ABD ABCD", [(10, 5)] = "ABCD ABCE ABDE ACDE BCDE", [(10, 6)] = "ABC BCD ACD ABD ABCD AB",
        [(11, 7)] = "ABC BCD ACD ABD ABCD AB AC", [(15, 11)] = "AB AC AD BC BD CD ABC ABD ACD BCD ABCD",
    };

    private TwoLevelDesign(int factors, int[] generators) => (Factors, Generators) = (factors, generators);

    /// <summary>Factors.</summary>
    public int Factors { get; }

    /// <summary>For each added factor, the word of basic ones that it equals.</summary>
    public IReadOnlyList<int> Generators { get; }

    /// <summary>Factors whose levels are run through.</summary>
    public int Basic => Factors - Generators.Count;

    /// <summary>Words that equal I: the defining relation, without I itself.</summary>
    public IReadOnlyList<int> Relation
    {
        get
        {
            var words = new List<int> { 0 };
            for (var i = 0; i < Generators.Count; i++) words.AddRange([.. words.Select(word => word ^ Generators[i] ^ (1 << (Basic + i)))]);
            return [.. words.Skip(1).OrderBy(Word.Length).ThenBy(word => Word.Of(word), StringComparer.Ordinal)];
        }
    }

    /// <summary>Letters of the shortest word of the relation; <c>null</c> for a full factorial.</summary>
    public int? Resolution => Generators.Count == 0 ? null : Relation.Min(Word.Length);

    /// <summary>A full factorial.</summary>
    public static TwoLevelDesign Full(int factors) => new(factors, []);

    /// <summary>A fraction with the usual generators; <c>null</c> when none are known for it.</summary>
    public static TwoLevelDesign? Fraction(int factors, int less) =>
        less == 0 ? Full(factors) : Usual.TryGetValue((factors, less), out var words) ? new TwoLevelDesign(factors, [.. words.Split(' ').Select(word => Word.Parse(word)!.Value)]) : null;

    /// <summary>A fraction with generators of one's own; <c>null</c> when one uses other than basic factors, or two words equal.</summary>
    public static TwoLevelDesign? Fraction(int factors, IReadOnlyList<int> generators)
    {
        var design = new TwoLevelDesign(factors, [.. generators]);
        return design.Basic > 0 && generators.All(word => word != 0 && word >> design.Basic == 0) && !design.Relation.Any(word => Word.Length(word) < 3) ? design : null;
    }

    /// <summary>Runs in standard order, a bit for each factor that is high.</summary>
    public IReadOnlyList<int> Runs() => [.. Enumerable.Range(0, 1 << Basic).Select(run => Generators.Select((word, i) => Word.Sign(word, run) > 0 ? 1 << (Basic + i) : 0).Sum() | run)];

    /// <summary>Effects that cannot be told from a word, the shortest first.</summary>
    public IReadOnlyList<int> Aliases(int word) => [.. Relation.Select(one => one ^ word).OrderBy(Word.Length).ThenBy(one => Word.Of(one), StringComparer.Ordinal)];

    /// <summary>Words whose signs make blocks so that what is lost to blocks is as long as can be; <c>null</c> when a main effect would be lost.</summary>
    /// <param name="blocks">2, 4 or 8.</param>
    public IReadOnlyList<int>? Blocks(int blocks)
    {
        var chosen = new List<int>();
        while (1 << chosen.Count < blocks)
        {
            var lost = Products(chosen);
            var (best, length) = (0, 1);
            for (var word = 1; word < 1 << Basic; word++)
            {
                if (lost.Contains(word)) continue;
                var shortest = lost.Select(one => one ^ word).SelectMany(one => Relation.Select(relation => relation ^ one).Append(one)).Min(Word.Length);
                if (shortest > length) (best, length) = (word, shortest);
            }

            if (best == 0) return null;
            chosen.Add(best);
        }

        return chosen;
    }

    /// <summary>All products of words, I among them.</summary>
    public static IReadOnlyList<int> Products(IReadOnlyList<int> words) => words.Aggregate<int, List<int>>([0], (all, word) => [.. all, .. all.Select(one => one ^ word)]);
}
