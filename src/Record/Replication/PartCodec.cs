using Voltloop.Core.Identities;
using Voltloop.Record.Documents;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Record.Replication;

/// <summary>Writes and reads the parts of a page.</summary>
internal static class PartCodec
{
    private const byte OverStatements = 0;
    private const byte OverEvents = 1;

    public static void Write(CanonicalBuffer buffer, ReplicatedThing one)
    {
        buffer.Add(one.Number);
        buffer.Add(one.Thing.Id.Value);
        buffer.Add((byte)one.Thing.Kind);
        buffer.Add(one.Thing.Label);
        buffer.Add(one.Thing.Model?.Value);
        Write(buffer, one.Thing.Aliases);
    }

    public static ReplicatedThing ReadThing(ref CanonicalReader reader)
    {
        var (number, id, kind, label, model) = (reader.Long(), ThingId.Parse(reader.Text() ?? ""), (ThingKind)reader.Byte(), reader.Text() ?? "", reader.Text());
        return new ReplicatedThing(number, new Thing(id, kind, label, model is null ? null : ThingId.Parse(model)) { Aliases = ReadTexts(ref reader, WriteLimits.MaxAliases) });
    }

    public static void Write(CanonicalBuffer buffer, ReplicatedDocument one)
    {
        buffer.Add(one.Number);
        buffer.Add(one.Document.Sha256);
        buffer.Add(one.Document.Name);
        buffer.Add(one.Document.MediaType);
        buffer.Add(one.Document.Size);
        buffer.Add(RecordTime.ToMicroseconds(one.Document.RecordedAt));
        WriteBytes(buffer, one.Bytes);
    }

    public static ReplicatedDocument ReadDocument(ref CanonicalReader reader)
    {
        var (number, sha256, name, type) = (reader.Long(), reader.Text() ?? "", reader.Text() ?? "", reader.Text() ?? "");
        var document = new Document(sha256, name, type, reader.Long(), reader.Moment());
        return new ReplicatedDocument(number, document, ReadBytes(ref reader));
    }

    public static void Write(CanonicalBuffer buffer, ReplicatedSeries one)
    {
        buffer.Add(one.Spec.Id);
        buffer.Add(one.Spec.Thing.Value);
        buffer.Add(one.Spec.Title);
        buffer.Add(one.Spec.Source);
        buffer.Add(one.Samples);
        Write(buffer, [.. one.Spec.Channels.SelectMany(channel => new[] { channel.Name, channel.Unit })]);
    }

    public static ReplicatedSeries ReadSeries(ref CanonicalReader reader)
    {
        var (id, thing, title, source, samples) = (reader.Text() ?? "", ThingId.Parse(reader.Text() ?? ""), reader.Text() ?? "", reader.Text(), reader.Long());
        var channels = ReadTexts(ref reader, 2 * WriteLimits.MaxChannels).Chunk(2).Select(pair => new ChannelSpec(pair[0], pair[^1])).ToList();
        return new ReplicatedSeries(new SeriesSpec(id, thing, title, channels) { Source = source }, samples);
    }

    public static void Write(CanonicalBuffer buffer, ReplicatedKey one)
    {
        buffer.Add(one.Id);
        WriteBytes(buffer, one.Spki);
    }

    public static ReplicatedKey ReadKey(ref CanonicalReader reader) => new(reader.Text() ?? "", ReadBytes(ref reader) ?? []);

    public static void Write(CanonicalBuffer buffer, ReplicatedAssertion one)
    {
        WriteBytes(buffer, one.Entry.ToBytes());
        WriteBytes(buffer, one.Secret);
        buffer.Add(one.Events.Count == 0 ? OverStatements : OverEvents);
        foreach (var statement in one.Statements)
        {
            CanonicalStatement.Write(statement, buffer);
        }

        foreach (var entry in one.Events)
        {
            EventCodec.Write(buffer, entry);
        }
    }

    public static ReplicatedAssertion ReadAssertion(ref CanonicalReader reader)
    {
        var (entry, secret) = (LogEntry.Read(ReadBytes(ref reader)), ReadBytes(ref reader) ?? []);
        var kind = reader.Byte();
        reader.Expect(entry.Count is > 0 and <= WriteLimits.MaxStatements && secret.Length is 0 or StatementLeaf.SecretBytes && kind <= OverEvents);
        if (kind == OverEvents)
        {
            return new ReplicatedAssertion(entry, secret, []) { Events = EventCodec.ReadAll(ref reader, (int)entry.Count) };
        }

        var statements = new Statement[entry.Count];
        for (var i = 0; i < statements.Length; i++)
        {
            statements[i] = CanonicalStatementReader.Read(ref reader);
        }

        return new ReplicatedAssertion(entry, secret, statements);
    }

    public static void WriteBytes(CanonicalBuffer buffer, byte[]? bytes)
    {
        buffer.Add(bytes is null ? uint.MaxValue : (uint)bytes.Length);
        buffer.Add(bytes.AsSpan());
    }

    public static byte[]? ReadBytes(ref CanonicalReader reader) => reader.UInt() is var length && length == uint.MaxValue ? null : reader.Bytes((int)Math.Min(length, int.MaxValue));

    public static void Write(CanonicalBuffer buffer, IReadOnlyCollection<string> texts)
    {
        buffer.Add((uint)texts.Count);
        foreach (var text in texts)
        {
            buffer.Add(text);
        }
    }

    public static string[] ReadTexts(ref CanonicalReader reader, int most)
    {
        var count = reader.UInt();
        reader.Expect(count <= most);
        var texts = new string[count];
        for (var i = 0; i < count; i++)
        {
            texts[i] = reader.Text() ?? "";
        }

        return texts;
    }
}
