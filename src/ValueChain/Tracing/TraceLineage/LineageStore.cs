using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Voltloop.Kernels.Lineage;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>
/// Bases of the lineage in files of the data directory. A file is believed when its checksums hold and the log of this record
/// has the root it was built of; otherwise the lineage is built from the record anew. A file appears whole or not at all.
/// </summary>
internal sealed partial class LineageStore(StoreDirectory directory, IRecordLog log, ILogger<LineageStore> logger)
{
    private const string Ending = ".lineage";
    private const string Unfinished = ".tmp";

    private readonly string _folder = Path.Combine(directory.Path, "lineage");

    /// <summary>The newest base that can be used; <c>null</c> when there is none.</summary>
    public (LineageBase Rows, LineagePlace Read, string File)? Open()
    {
        foreach (var path in Files(Ending).OrderDescending(StringComparer.Ordinal))
        {
            try
            {
                if (LineageSeal.Open(MappedMemory.Open(path), out var mark, out var fault) is { } rows && IsOurs(mark, out fault)) return (rows, new LineagePlace(mark.Event, mark.Entries), path);
                Unusable(path, fault);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Unusable(path, e.Message);
            }
        }

        return null;
    }

    /// <summary>Writes a base of a lineage and maps it; <c>null</c> when the folder cannot be written to.</summary>
    public (LineageBase Rows, string File)? Write(LineageSnapshot snapshot)
    {
        var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{snapshot.UpTo:D19}{Ending}"));
        var unfinished = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}{Unfinished}");
        try
        {
            Directory.CreateDirectory(_folder);
            RemoveUnfinished();
            Fill(unfinished, snapshot);
            File.Move(unfinished, path, overwrite: true);
            return (LineageSeal.Open(MappedMemory.Open(path), out _, out var fault) ?? throw new IOException(fault), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotWritten(path, e.Message);
            Remove(unfinished);
            return null;
        }
    }

    /// <summary>Removes all bases but one.</summary>
    public void Keep(string file)
    {
        foreach (var path in Files(Ending)) if (path != file) Remove(path);
    }

    private void Fill(string path, LineageSnapshot snapshot)
    {
        MappedMemory? memory = null;
        var rows = LineageBuilder.Merge(snapshot.Graph, snapshot.Names.AddedBelow(snapshot.Graph.Nodes), bytes => memory = MappedMemory.Create(path, bytes));
        var (read, entries) = (snapshot.UpTo, snapshot.Mark.Assertion);
        LineageSeal.Write(rows, new LineageMark(read, entries, RootOf(entries)));
        memory!.Flush();
        // Nobody but this method knows it; a file that is mapped cannot be renamed everywhere.
        memory.Dispose();
    }

    private bool IsOurs(LineageMark mark, out string fault)
    {
        fault = mark.Entries > (long)log.Size ? "the record has fewer entries" : !RootOf(mark.Entries).AsSpan().SequenceEqual(mark.Root) ? "it was built of another record" : "";
        return fault.Length == 0;
    }

    private byte[] RootOf(long entries) => new MerkleProver(new TileNodes((ulong)entries, tile => log.Tile(tile))).Root((ulong)entries);

    private string[] Files(string ending) => Directory.Exists(_folder) ? Directory.GetFiles(_folder, "*" + ending) : [];

    // Another process may be writing one just now.
    private void RemoveUnfinished()
    {
        foreach (var path in Files(Unfinished)) if (!IsAtWork(path)) Remove(path);
    }

    private static bool IsAtWork(string path)
    {
        var parts = path.Split('.');
        return int.TryParse(parts[^2], CultureInfo.InvariantCulture, out var id) && id != Environment.ProcessId && Array.Exists(Process.GetProcesses(), process => process.Id == id);
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that is mapped cannot be removed everywhere; the next base takes it along.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lineage index {Path} is not used, because {Fault}: the lineage is built from the record.")]
    private partial void Unusable(string path, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lineage index {Path} cannot be written ({Fault}); the lineage stays in memory.")]
    private partial void NotWritten(string path, string fault);
}
