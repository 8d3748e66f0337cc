using Voltloop.Kernels.Lineage;

namespace Voltloop.Bench.Lineage;

/// <summary>
/// A synthetic supply chain from ore lots to packs with as many cells as asked: 200 ore lots, four steps of refining, slurries,
/// mother rolls of 480 cells, daughter rolls of 120, cells of a cathode roll, an anode roll and an electrolyte lot, modules
/// of 12 cells, packs of 12 modules. Nodes are numbered at random, the worst case for memory, or as the index numbers them.
/// </summary>
internal sealed class Chain
{
    private const int OreLots = 200;
    private const int PerMother = 480;
    private const int PerDaughter = 120;
    private const int PerModule = 12;
    private const int PerPack = 144;
    private readonly List<LineageEdge> _edges = [];
    private readonly List<(int First, int Count)> _layers = [];
    private readonly Random _random = new(20260310);
    private int _nodes;

    public Chain(int cells, bool isShuffled)
    {
        var mothers = Math.Max(1, cells / PerMother);
        var ore = Layer(OreLots);
        var powder = Enumerable.Range(0, 4).Aggregate(ore, (from, step) => Joined(from, Math.Max(20, mothers / (40 >> step)), 3));
        var slurry = Joined(powder, Math.Max(20, mothers / 2), 2);
        var (cathodes, anodes) = (Joined(slurry, mothers, 1), Joined(slurry, mothers, 1));
        var (cathodeRolls, anodeRolls) = (Split(cathodes, PerMother / PerDaughter), Split(anodes, PerMother / PerDaughter));
        var electrolyte = Layer(Math.Max(1, cells / 5000));
        var made = Layer(cells);
        for (var cell = 0; cell < cells; cell++)
        {
            Edge(Of(cathodeRolls, cell / PerDaughter), made.First + cell);
            Edge(Of(anodeRolls, cell / PerDaughter), made.First + cell);
            Edge(Of(electrolyte, cell / 5000), made.First + cell);
        }

        var modules = Gathered(made, PerModule);
        var packs = Gathered(modules, PerPack / PerModule);
        (Mother, Ore, Pack) = (cathodes, ore, packs);
        Number(isShuffled);
    }

    /// <summary>Nodes.</summary>
    public int Nodes => _nodes;

    /// <summary>Edges, in the order in which things were made.</summary>
    public List<LineageEdge> Edges => _edges;

    private (int First, int Count) Mother { get; }

    private (int First, int Count) Ore { get; }

    private (int First, int Count) Pack { get; }

    private int[] Numbers { get; set; } = [];

    /// <summary>Whether each node is a pack.</summary>
    public bool[] Packs { get; private set; } = [];

    /// <summary>Whether each node is an ore lot.</summary>
    public bool[] Ores { get; private set; } = [];

    /// <summary>A cathode mother roll.</summary>
    public int[] MotherRoll(int number) => [Numbers[Of(Mother, number)]];

    /// <summary>The three mother rolls that a coater makes in an hour.</summary>
    public int[] CoaterHour(int number) => [.. Enumerable.Range(3 * number, 3).Select(n => Numbers[Of(Mother, n)])];

    /// <summary>An ore lot.</summary>
    public int[] OreLot(int number) => [Numbers[Of(Ore, number)]];

    /// <summary>A pack.</summary>
    public int[] PackOf(int number) => [Numbers[Of(Pack, number)]];

    private static int Of((int First, int Count) layer, int number) => layer.First + (number % layer.Count);

    private (int First, int Count) Layer(int count)
    {
        _layers.Add((_nodes, count));
        _nodes += count;
        return _layers[^1];
    }

    private (int First, int Count) Joined((int First, int Count) from, int count, int inputs)
    {
        var made = Layer(count);
        for (var i = 0; i < count; i++)
        {
            for (var input = 0; input < inputs; input++) Edge(Of(from, (i * from.Count / count) + input), made.First + i);
        }

        return made;
    }

    private (int First, int Count) Split((int First, int Count) from, int parts)
    {
        var made = Layer(from.Count * parts);
        for (var i = 0; i < made.Count; i++) Edge(from.First + (i / parts), made.First + i);
        return made;
    }

    private (int First, int Count) Gathered((int First, int Count) from, int parts)
    {
        var made = Layer((from.Count + parts - 1) / parts);
        for (var i = 0; i < from.Count; i++) Edge(from.First + i, made.First + (i / parts));
        return made;
    }

    private void Edge(int from, int to) => _edges.Add(new LineageEdge(from, to, LineageKind.Transformation, 1));

    private void Number(bool isShuffled)
    {
        Numbers = [.. Enumerable.Range(0, _nodes)];
        if (isShuffled) _random.Shuffle(Numbers);
        else NumberInOrder();
        for (var i = 0; i < _edges.Count; i++) _edges[i] = new LineageEdge(Numbers[_edges[i].From], Numbers[_edges[i].To], _edges[i].Kind, 1);
        (Packs, Ores) = (Marked(Pack), Marked(Ore));
    }

    // As the index does: what events name first has the smaller number. Things are made in the order of their edges, roll by roll.
    private void NumberInOrder()
    {
        var (next, seen) = (0, new bool[_nodes]);
        foreach (var node in _edges.SelectMany(edge => new[] { edge.To, edge.From }))
        {
            if (seen[node]) continue;
            (seen[node], Numbers[node]) = (true, next++);
        }

        for (var node = 0; node < _nodes; node++) if (!seen[node]) Numbers[node] = next++;
    }

    private bool[] Marked((int First, int Count) layer)
    {
        var marks = new bool[_nodes];
        for (var i = 0; i < layer.Count; i++) marks[Numbers[layer.First + i]] = true;
        return marks;
    }
}
