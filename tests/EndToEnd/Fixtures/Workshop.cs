[assembly: AssemblyFixture(typeof(Voltloop.Tests.EndToEnd.Fixtures.Workshop))]

namespace Voltloop.Tests.EndToEnd.Fixtures;

/// <summary>A second house over an empty store, for tests that write.</summary>
public sealed class Workshop : RunningHouse
{
    protected override Task FillAsync(IServiceProvider services) => Task.CompletedTask;
}
