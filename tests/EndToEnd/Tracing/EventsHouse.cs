using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Tracing;

/// <summary>A house over an empty store, for tests of events.</summary>
public sealed class EventsHouse : RunningHouse
{
    protected override Task FillAsync(IServiceProvider services) => Task.CompletedTask;
}
