using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Sqlite.Engine;

/// <summary>
/// Keeps a second writer out, by a lock of the operating system that ends with the process. The process id stands in a
/// file of its own, because a locked file cannot be read everywhere.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _stream;
    private readonly string _holder;

    private WriterLock(FileStream stream, string holder)
    {
        _stream = stream;
        _holder = holder;
    }

    /// <exception cref="ProblemException"><see cref="RecordProblems.StoreInUse"/>, naming the process.</exception>
    public static WriterLock Take(string directory)
    {
        var path = Path.Combine(directory, "writer.lock");
        var holder = Path.Combine(directory, "writer.pid");
        try
        {
            var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new WriterLock(stream, holder);
        }
        catch (IOException e)
        {
            var detail = $"Process {ReadHolder(holder)} writes to {directory}.";
            throw new ProblemException(new Problem(RecordProblems.StoreInUse, detail, path, "Stop it, or open the store read-only."), e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ProblemException(new Problem(RecordProblems.StoreReadOnly, e.Message, path), e);
        }
    }

    public void Dispose()
    {
        if (_stream.CanRead)
        {
            File.Delete(_holder);
            _stream.Dispose();
        }
    }

    private static string ReadHolder(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "(unknown)";
        }
    }
}
