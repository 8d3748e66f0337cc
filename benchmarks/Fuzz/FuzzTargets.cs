namespace Voltloop.Bench.Fuzz;

/// <summary>Every parser that takes bytes or text from outside.</summary>
internal sealed class FuzzTargets : IAsyncDisposable
{
    private readonly Lazy<FuzzHouse> _house = new();
    private readonly IReadOnlyList<FuzzTarget> _all;

    public FuzzTargets() =>
        _all = [.. CoreTargets.All, .. ProofTargets.All(_house), .. TracingTargets.All(_house), .. PassportTargets.All(_house), .. HealthTargets.All(_house), .. QualityTargets.All(_house), .. HttpTargets.All(_house)];

    public IReadOnlyList<string> Names => [.. _all.Select(target => target.Name)];

    public bool Knows(string? name) => name is null || Names.Contains(name, StringComparer.Ordinal);

    public FuzzTarget Find(string name) => _all.First(target => target.Name == name);

    public ValueTask DisposeAsync() => _house.IsValueCreated ? _house.Value.DisposeAsync() : ValueTask.CompletedTask;
}
