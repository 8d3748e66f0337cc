using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Writing;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>Bytes of a document, fetched piece by piece as they are read.</summary>
internal sealed class DocumentStream(ReaderPool pool, long document, long length) : Stream
{
    private byte[] _part = [];
    private long _loaded = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        Load(Position / DocumentTable.PartBytes);
        var from = _part.AsSpan((int)(Position % DocumentTable.PartBytes));
        var take = Math.Min(from.Length, buffer.Length);
        from[..take].CopyTo(buffer);
        Position += take;
        return take;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = Math.Max(0, offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => length,
    });

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Load(long ordinal)
    {
        if (ordinal == _loaded)
        {
            return;
        }

        _part = pool.Read(database =>
        {
            using var row = database.Get("SELECT bytes FROM document_part WHERE document_id = ?1 AND ordinal = ?2").Bind(1, document).Bind(2, ordinal);
            return row.Step()
                ? row.Blob(0).ToArray()
                : throw new ProblemException(RecordProblems.StoreCorrupt, "A piece of the document is missing.");
        });
        _loaded = ordinal;
    }
}
