using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Voltloop.Record.Sqlite.Engine;

/// <summary>
/// A file layer for SQLite that counts how often a store asks for durability, and otherwise is the default one: the tables
/// of functions of sqlite3_vfs and sqlite3_io_methods are copied with one entry replaced each. For measuring only.
/// </summary>
internal static class CountingFiles
{
    // Places in the C structures on 64-bit systems; both are frozen parts of SQLite's interface (sqlite3.h, version 3 of each).
    private const int VfsBytes = 168;
    private const int VfsNext = 16;
    private const int VfsName = 24;
    private const int VfsOpen = 40;
    private const int MethodsBytes = 152;
    private const int MethodsSync = 40;
    private const int Ok = 0;

    private static readonly ConcurrentDictionary<IntPtr, IntPtr> Copies = new();
    private static readonly ConcurrentDictionary<IntPtr, SyncFile> Originals = new();
    private static readonly SyncFile CountedSync = CountSync;

    // The five parameters are SQLite's.
    private static readonly OpenFile CountedOpen = (_, name, file, flags, outFlags) =>
    {
        var code = _open!(_default, name, file, flags, outFlags);
        if (Marshal.ReadIntPtr(file) is var methods && methods != IntPtr.Zero)
        {
            Marshal.WriteIntPtr(file, Copies.GetOrAdd(methods, Counted));
        }

        return code;
    };

    private static readonly Lazy<string?> Registered = new(Register);
    private static IntPtr _default;
    private static OpenFile? _open;
    private static long _syncs;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OpenFile(IntPtr vfs, IntPtr name, IntPtr file, int flags, IntPtr outFlags);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SyncFile(IntPtr file, int flags);

    /// <summary>Name to open a database with; <c>null</c> where it cannot be had.</summary>
    public static string? Name => Registered.Value;

    /// <summary>Syncs of all databases opened by that name since the program began.</summary>
    public static long Syncs => Interlocked.Read(ref _syncs);

    private static string? Register()
    {
        if (IntPtr.Size != 8 || (_default = Find(IntPtr.Zero)) == IntPtr.Zero)
        {
            return null;
        }

        const string name = "voltloop-counting";
        _open = Marshal.GetDelegateForFunctionPointer<OpenFile>(Marshal.ReadIntPtr(_default, VfsOpen));
        var copy = Copied(_default, VfsBytes);
        Marshal.WriteIntPtr(copy, VfsNext, IntPtr.Zero);
        Marshal.WriteIntPtr(copy, VfsName, Marshal.StringToCoTaskMemUTF8(name));
        Marshal.WriteIntPtr(copy, VfsOpen, Marshal.GetFunctionPointerForDelegate(CountedOpen));
        return Add(copy, 0) == Ok ? name : null;
    }

    private static IntPtr Counted(IntPtr methods)
    {
        var sync = Marshal.GetDelegateForFunctionPointer<SyncFile>(Marshal.ReadIntPtr(methods, MethodsSync));
        var copy = Copied(methods, MethodsBytes);
        Marshal.WriteIntPtr(copy, MethodsSync, Marshal.GetFunctionPointerForDelegate(CountedSync));
        Originals[copy] = sync;
        return copy;
    }

    private static int CountSync(IntPtr file, int flags)
    {
        Interlocked.Increment(ref _syncs);
        return Originals[Marshal.ReadIntPtr(file)](file, flags);
    }

    // Lives as long as the program: SQLite keeps the pointer.
    private static IntPtr Copied(IntPtr from, int bytes)
    {
        var content = new byte[bytes];
        Marshal.Copy(from, content, 0, bytes);
        var copy = Marshal.AllocHGlobal(bytes);
        Marshal.Copy(content, 0, copy, bytes);
        return copy;
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern IntPtr Find(IntPtr name);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int Add(IntPtr vfs, int makeDefault);
}
