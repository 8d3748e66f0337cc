using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Voltloop.Kernels.Lineage;

/// <summary>
/// Memory that the rows of a graph lie in: on the heap of the process, or a mapped file. Leave it to the garbage collector to let
/// it go, because a walk in another thread may still read it when a newer graph has taken its place.
/// </summary>
public abstract class LineageMemory : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>Memory at an address.</summary>
    /// <param name="address">Where it begins, aligned to 8 bytes.</param>
    /// <param name="bytes">Its length.</param>
    protected LineageMemory(nint address, long bytes)
        : base(ownsHandle: true)
    {
        SetHandle(address);
        Bytes = bytes;
    }

    /// <summary>Where it begins.</summary>
    public nint Address => handle;

    /// <summary>Its length, bytes.</summary>
    public long Bytes { get; }

    /// <summary>Zeroed memory of the process.</summary>
    public static LineageMemory Allocate(long bytes) => new Native(bytes);

    private sealed unsafe class Native : LineageMemory
    {
        private const int Alignment = 64;

        public Native(long bytes)
            : base((nint)NativeMemory.AlignedAlloc((nuint)bytes, Alignment), bytes)
        {
            NativeMemory.Clear((void*)handle, (nuint)bytes);
            GC.AddMemoryPressure(bytes);
        }

        protected override bool ReleaseHandle()
        {
            NativeMemory.AlignedFree((void*)handle);
            GC.RemoveMemoryPressure(Bytes);
            return true;
        }
    }
}
