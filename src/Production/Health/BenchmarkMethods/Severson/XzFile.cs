using System.ComponentModel;
using System.Diagnostics;
using Voltloop.Core.Problems;

namespace Voltloop.Health.BenchmarkMethods.Severson;

/// <summary>A file unpacked by the program xz, which the base library has no reader for.</summary>
internal sealed class XzFile : IDisposable
{
    private readonly Process _process;

    private XzFile(Process process) => _process = process;

    /// <summary>The unpacked bytes as they come.</summary>
    public Stream Content => _process.StandardOutput.BaseStream;

    /// <summary>Starts unpacking.</summary>
    /// <exception cref="ProblemException">xz is not installed.</exception>
    public static XzFile Open(string path)
    {
        var start = new ProcessStartInfo("xz", ["--decompress", "--stdout", "--", path]) { RedirectStandardOutput = true, UseShellExecute = false };
        try
        {
            return new XzFile(Process.Start(start)!);
        }
        catch (Win32Exception missing)
        {
            throw new ProblemException(new Problem(CommonProblems.NotFound, "The program xz is needed to unpack the curves and is not installed.", path, "Install xz-utils."), missing);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
