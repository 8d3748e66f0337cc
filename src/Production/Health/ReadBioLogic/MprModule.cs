using System.Buffers.Binary;
using System.Text;

namespace Voltloop.Health.ReadBioLogic;

/// <summary>One module of a binary BioLogic file.</summary>
/// <param name="Name">Short name, for example <c>VMP data</c>.</param>
/// <param name="Version">Version of its layout.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record MprModule(string Name, int Version, ReadOnlyMemory<byte> Body)
{
    private const int FileHead = 52;
    private const int NameAt = 6;
    private const int NameLength = 10;
    private const int SizesAt = NameAt + NameLength + 25;
    private const int DateLength = 8;

    private static ReadOnlySpan<byte> FileMagic => "BIO-LOGIC MODULAR FILE"u8;

    private static ReadOnlySpan<byte> Magic => "MODULE"u8;

    /// <summary>True when the content begins as such a file.</summary>
    public static bool Recognises(ReadOnlySpan<byte> content) => content.StartsWith(FileMagic);

    /// <summary>All modules in order.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or truncated.</exception>
    public static IReadOnlyList<MprModule> Read(ReadOnlyMemory<byte> file)
    {
        var modules = new List<MprModule>();
        for (var at = FileHead; at < file.Length;)
        {
            var rest = file[at..];
            if (rest.Length < SizesAt + 24 || !rest.Span.StartsWith(Magic))
            {
                throw new InvalidDataException($"At byte {at} a module should begin: the file is truncated or damaged.");
            }

            modules.Add(One(rest, out var size));
            at += size;
        }

        return modules;
    }

    // Newer programs put a longest size of all ones in front and a former version behind.
    private static MprModule One(ReadOnlyMemory<byte> rest, out int size)
    {
        var isNew = BinaryPrimitives.ReadUInt32LittleEndian(rest.Span[SizesAt..]) == uint.MaxValue;
        var sizes = rest.Span[(SizesAt + (isNew ? 4 : 0))..];
        var length = BinaryPrimitives.ReadUInt32LittleEndian(sizes);
        var version = BinaryPrimitives.ReadInt32LittleEndian(sizes[(isNew ? 8 : 4)..]);
        var begin = SizesAt + (isNew ? 16 : 8) + DateLength;
        if (length > rest.Length - begin)
        {
            throw new InvalidDataException($"A module says it has {length} bytes, the file has {rest.Length - begin} left: it is truncated.");
        }

        size = begin + (int)length;
        return new MprModule(Encoding.ASCII.GetString(rest.Span.Slice(NameAt, NameLength)).Trim(), version, rest.Slice(begin, (int)length));
    }
}
