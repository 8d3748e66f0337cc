namespace Voltloop.Record.Ports;

/// <summary>What keeping the record takes: measured on the store at hand, for those who pay for it.</summary>
public interface IStoreMeter
{
    /// <summary>Bytes on disk, part by part. Stores of many things are measured on an even sample.</summary>
    Task<StoreSizes> MeasureSizesAsync(CancellationToken cancellation = default);

    /// <summary>
    /// What one update takes on this machine: so many single updates are written one after the other to a store of their
    /// own on the same disk, which is removed afterwards.
    /// </summary>
    /// <param name="updates">1 to <see cref="UpdateEffort.MaxUpdates"/>.</param>
    /// <param name="cancellation">Stops between two updates.</param>
    Task<UpdateEffort> MeasureUpdatesAsync(int updates, CancellationToken cancellation = default);
}
