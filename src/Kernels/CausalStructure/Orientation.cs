namespace Voltloop.Kernels.CausalStructure;

/// <summary>
/// Directions of a skeleton: by the order of stations, by colliders, and what follows (rules 1 to 4 of Meek, Causal inference and causal
/// explanation with background knowledge, UAI 1995). What is contradicted leaves its edge open, so that nothing depends
/// on the order of columns.
/// </summary>
internal sealed class Orientation
{
    private readonly Skeleton _skeleton;
    private readonly bool[,] _may;
    private readonly EdgeKind[,] _why;
    private readonly SortedSet<(int X, int Y)> _contradicted = [];

    private Orientation(Skeleton skeleton)
    {
        (_skeleton, _may, _why) = (skeleton, new bool[skeleton.Size, skeleton.Size], new EdgeKind[skeleton.Size, skeleton.Size]);
        foreach (var (x, y) in skeleton.Pairs.Where(pair => skeleton.Joins(pair.X, pair.Y))) _may[x, y] = _may[y, x] = true;
    }

    /// <summary>Pairs whose directions colliders contradict.</summary>
    public IReadOnlyCollection<(int X, int Y)> Contradicted => _contradicted;

    /// <summary>Finds the directions.</summary>
    public static Orientation Of(Skeleton skeleton, IReadOnlyList<int> tiers)
    {
        var found = new Orientation(skeleton);
        foreach (var (x, y) in skeleton.Pairs)
        {
            if (tiers[x] < tiers[y]) found.Direct(x, y, EdgeKind.ByOrder);
            else if (tiers[y] < tiers[x]) found.Direct(y, x, EdgeKind.ByOrder);
        }

        found.Collide();
        while (found.Follow())
        {
        }

        return found;
    }

    /// <summary>Whether x is a cause of y for certain.</summary>
    public bool Causes(int x, int y) => _may[x, y] && !_may[y, x];

    /// <summary>Whether the direction between two neighbours is open.</summary>
    public bool IsOpen(int x, int y) => _may[x, y] && _may[y, x];

    /// <summary>The edges, each once.</summary>
    public IEnumerable<StructureEdge> Edges() =>
        from pair in _skeleton.Pairs
        where _skeleton.Joins(pair.X, pair.Y)
        let turned = Causes(pair.Y, pair.X)
        select new StructureEdge(turned ? pair.Y : pair.X, turned ? pair.X : pair.Y, IsOpen(pair.X, pair.Y) ? EdgeKind.Open : _why[pair.X, pair.Y], _skeleton.Against(pair.X, pair.Y) ?? new Separation([], double.NaN, 0));

    private bool Direct(int from, int to, EdgeKind why)
    {
        if (!IsOpen(from, to)) return false;
        _may[to, from] = false;
        _why[Math.Min(from, to), Math.Max(from, to)] = why;
        return true;
    }

    // All claims first, then what no other claim contradicts.
    private void Collide()
    {
        var claims = new HashSet<(int From, int To)>();
        foreach (var (x, y) in _skeleton.Pairs.Where(pair => !_skeleton.Joins(pair.X, pair.Y)))
        {
            for (var z = 0; z < _skeleton.Size; z++)
            {
                if (z == x || z == y || !_may[x, z] || !_may[y, z] || _skeleton.Against(x, y)!.Given.Contains(z)) continue;
                claims.Add((x, z));
                claims.Add((y, z));
            }
        }

        _contradicted.UnionWith(claims.Where(claim => claim.From < claim.To && claims.Contains((claim.To, claim.From))));
        foreach (var (from, to) in claims.Where(claim => !claims.Contains((claim.To, claim.From)))) Direct(from, to, EdgeKind.ByData);
    }

    // All that follows from what is known so far, then what nothing contradicts.
    private bool Follow()
    {
        var (forced, changed) = (new List<(int From, int To)>(), false);
        foreach (var (x, y) in _skeleton.Pairs.Where(pair => IsOpen(pair.X, pair.Y) && !_contradicted.Contains(pair)))
        {
            var (there, back) = (Must(x, y), Must(y, x));
            if (there && back) _contradicted.Add((x, y));
            else if (there || back) forced.Add(there ? (x, y) : (y, x));
        }

        foreach (var (from, to) in forced) changed |= Direct(from, to, EdgeKind.ByData);
        return changed;
    }

    private bool Must(int a, int b) => NoNewCollider(a, b) || NoCycle(a, b) || TwoWays(a, b) || LongWay(a, b);

    // c -> a - b, c and b apart: b -> a would be a collider that is not there.
    private bool NoNewCollider(int a, int b) => All().Any(c => c != b && Causes(c, a) && !_skeleton.Joins(c, b));

    // a -> c -> b: b -> a would close a circle.
    private bool NoCycle(int a, int b) => All().Any(c => Causes(a, c) && Causes(c, b));

    // a - c -> b and a - d -> b, c and d apart.
    private bool TwoWays(int a, int b)
    {
        int[] between = [.. All().Where(c => IsOpen(a, c) && Causes(c, b))];
        return between.Any(c => between.Any(d => c < d && !_skeleton.Joins(c, d)));
    }

    // a - c -> d -> b, c and b apart, a and d neighbours.
    private bool LongWay(int a, int b) =>
        All().Any(c => c != b && IsOpen(a, c) && !_skeleton.Joins(c, b) && All().Any(d => Causes(c, d) && Causes(d, b) && _skeleton.Joins(a, d)));

    private IEnumerable<int> All() => Enumerable.Range(0, _skeleton.Size);
}
