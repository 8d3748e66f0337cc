namespace Voltloop.Web.Composition;

/// <summary>What a room adds to the example value chain of the first start. Rooms contribute parts as services, so that App knows none of them.</summary>
public interface IExamplePart
{
    /// <summary>Name for people, for the progress of the first start.</summary>
    string Name { get; }

    /// <summary>Parts are added in ascending order: what draws on events comes after them.</summary>
    int Order => 0;

    /// <summary>Whether the record has it.</summary>
    Task<bool> IsLoadedAsync(CancellationToken cancellation);

    /// <summary>Adds it by the ways that anybody's data takes, unless the record has it already.</summary>
    /// <param name="now">Moment of the start (UTC).</param>
    /// <param name="progress">Told the part that is done, 0 to 1.</param>
    /// <param name="cancellation">Stops between two documents; the next start goes on.</param>
    /// <returns>Documents that were new to the record.</returns>
    Task<int> LoadAsync(DateTimeOffset now, Action<double> progress, CancellationToken cancellation);
}
