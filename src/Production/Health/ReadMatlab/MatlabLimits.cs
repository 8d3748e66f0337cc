namespace Voltloop.Health.ReadMatlab;

/// <summary>What a MATLAB file may hold at most.</summary>
internal static class MatlabLimits
{
    /// <summary>Bytes of one variable after unpacking: 512 MiB.</summary>
    public const int VariableBytes = 512 * 1024 * 1024;

    /// <summary>Levels of structures and cells within each other.</summary>
    public const int Depth = 16;

    /// <summary>Arrays in one file, each field of each element counted.</summary>
    public const int Arrays = 1_000_000;

    /// <summary>Dimensions of one array.</summary>
    public const int Dimensions = 32;
}
