using System.IO.MemoryMappedFiles;
using Voltloop.Kernels.Lineage;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>Memory of a mapped file. The pages come from the file system's cache: they are no part of the heap.</summary>
internal sealed unsafe class MappedMemory : LineageMemory
{
    private readonly MemoryMappedViewAccessor _view;

    private MappedMemory(MemoryMappedViewAccessor view, long bytes)
        : base(AddressOf(view), bytes) => _view = view;

    /// <summary>Maps a file for reading.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static MappedMemory Open(string path) =>
        Map(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete), MemoryMappedFileAccess.Read);

    /// <summary>Makes a file of so many zeroes and maps it for writing. Its room on the disk is taken at once: a disk that is full says so here.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static MappedMemory Create(string path, long bytes)
    {
        var stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.Read | FileShare.Delete, PreallocationSize = bytes });
        stream.SetLength(bytes);
        return Map(stream, MemoryMappedFileAccess.ReadWrite);
    }

    /// <summary>Writes all that was changed to the disk.</summary>
    public void Flush() => _view.Flush();

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        return true;
    }

    private static MappedMemory Map(FileStream stream, MemoryMappedFileAccess access)
    {
        var bytes = stream.Length;
        if (bytes == 0)
        {
            stream.Dispose();
            throw new IOException("it is empty");
        }

        // The view outlives the file's handle, which would keep others from replacing the file.
        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, access, HandleInheritability.None, leaveOpen: false);
        return new MappedMemory(file.CreateViewAccessor(0, 0, access), bytes);
    }

    private static nint AddressOf(MemoryMappedViewAccessor view)
    {
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        return (nint)start;
    }
}
