using Voltloop.Core.Problems;
using Voltloop.Record.Telemetry;

namespace Voltloop.Bench.Telemetry;

/// <summary>The bare consumer: appends the bytes to a file and waits for the disk.</summary>
internal sealed class PlainSink(string path) : IFeedSink, IDisposable
{
    private readonly FileStream _file = new(path, FileMode.Append);

    public bool? Takes(ReadOnlySpan<byte> body) => true;

    public Task<IReadOnlyList<Problem?>> TakeAsync(IReadOnlyList<byte[]> bodies, CancellationToken cancellation)
    {
        foreach (var body in bodies) _file.Write(body);
        _file.Flush(flushToDisk: true);
        return Task.FromResult<IReadOnlyList<Problem?>>(new Problem?[bodies.Count]);
    }

    public void Dispose() => _file.Dispose();
}
