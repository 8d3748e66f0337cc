using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Example;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Tests.EndToEnd.Fixtures;
using Voltloop.Web.Composition;

namespace Voltloop.Tests.EndToEnd.Quality;

/// <summary>A house with a factory large enough that poor packs tell something (of ten packs of a thousand cells one is poor, which is too few), and without the measured cells.</summary>
public sealed class CauseHouse : RunningHouse
{
    /// <inheritdoc/>
    protected override int Cells => 6000;

    /// <inheritdoc/>
    protected override async Task FillAsync(IServiceProvider services)
    {
        var nothing = Directory.CreateTempSubdirectory("voltloop-cause-");
        foreach (var folder in new[] { "models", "tbsi-sunwoda", "severson-124" }) nothing.CreateSubdirectory(folder);
        await new ExampleValueChain(services.GetRequiredService<ImportDesk>(), services.GetRequiredService<IRecordReader>(), nothing.FullName) { Parts = [.. services.GetServices<IExamplePart>()] }
            .LoadAsync(TimeProvider.System.GetUtcNow(), _ => { }, CancellationToken.None);
        nothing.Delete(recursive: true);
    }
}
