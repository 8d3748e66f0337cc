using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Example;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Web.Composition;

namespace Voltloop.Tests.EndToEnd.Quality;

/// <summary>A house with a factory large enough that poor packs tell something (of ten packs of a thousand cells one is poor, which is too few), and with the measured cells of one laboratory, which twelve at a time sit in small packs.</summary>
public sealed class CauseHouse : RunningHouse
{
    private const string Measured = "tbsi-sunwoda";

    /// <inheritdoc/>
    protected override int Cells => 6000;

    /// <inheritdoc/>
    protected override async Task FillAsync(IServiceProvider services)
    {
        var some = Directory.CreateTempSubdirectory("voltloop-cause-");
        foreach (var folder in new[] { "models", "severson-124" }) some.CreateSubdirectory(folder);
        Directory.CreateSymbolicLink(Path.Combine(some.FullName, Measured), Path.Combine(ExampleValueChain.ShippedSamples, Measured));
        await new ExampleValueChain(services.GetRequiredService<ImportDesk>(), services.GetRequiredService<IRecordReader>(), some.FullName) { Parts = [.. services.GetServices<IExamplePart>()] }
            .LoadAsync(TimeProvider.System.GetUtcNow(), _ => { }, CancellationToken.None);
        some.Delete(recursive: true);
    }
}
