namespace Voltloop.Bench.Quality;

/// <summary>Processor time of a task on one thread, beside a script in the same run.</summary>
/// <param name="task">The task.</param>
/// <param name="peer">The script.</param>
internal sealed class TaskComparison(QualityTask task, ScriptPeer peer) : IComparison
{
    public string Name => $"{task.Name}, beside {peer.Name}";

    public string Unit => "CPU-s";

    // The aim is set once, beside numpy.
    public double? Aim => peer == ScriptPeer.Numpy ? task.Aim : null;

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync() => (CpuTime.Best(task.Rounds, task.Prepare()), await peer.AskAsync(task.Key));
}
