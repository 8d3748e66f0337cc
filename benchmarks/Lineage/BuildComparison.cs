namespace Voltloop.Bench.Lineage;

/// <summary>Time to build from the edges, beside filling and indexing the tables; or bytes per edge.</summary>
/// <param name="chains">Both forms.</param>
/// <param name="bytes">Bytes instead of seconds.</param>
internal sealed class BuildComparison(Chains chains, bool bytes) : IComparison
{
    public string Name => $"{(bytes ? "memory" : "building")}, {chains}";

    public string Unit => bytes ? "bytes/edge" : "s";

    public bool SmallerIsBetter => true;

    public bool IsRepeatable => false;

    public Task<(double Ours, double Plain)> MeasureAsync()
    {
        chains.Build();
        var file = new FileInfo(chains.Plain.DataSource).Length;
        return Task.FromResult(bytes ? (chains.Graph.Base.Bytes / (double)chains.Graph.Edges, file / (double)chains.Graph.Edges) : chains.Built);
    }
}
