namespace Voltloop.Health.BenchmarkMethods;

/// <summary>Carries what a benchmark is doing to whoever waits for it.</summary>
internal sealed class BenchmarkProgress
{
    /// <summary>Told in a few words what comes next; <c>null</c> when nobody listens.</summary>
    public Action<string>? Listener { get; set; }

    /// <summary>Tells it.</summary>
    public void Report(string next) => Listener?.Invoke(next);
}
