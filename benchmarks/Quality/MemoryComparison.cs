namespace Voltloop.Bench.Quality;

/// <summary>Memory that a task takes beyond its input and the figures it gives: of ours all that is allocated, of numpy the peak.</summary>
/// <param name="task">The task.</param>
internal sealed class MemoryComparison(QualityTask task) : IComparison
{
    private const double Mega = 1e6;

    // Nothing is not a figure to divide by.
    private const double Least = 0.01;

    public string Name => $"{task.Name}: memory";

    public string Unit => "MB";

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var work = task.Prepare();
        work();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        work();
        return (Math.Max(Least, (GC.GetTotalAllocatedBytes(precise: true) - before) / Mega), await ScriptPeer.Numpy.AskAsync(task.Key, "memory"));
    }
}
