namespace Voltloop.Health.ReadMatlab;

/// <summary>One data element.</summary>
/// <param name="Type">Storage type.</param>
/// <param name="Data">Its bytes.</param>
/// <param name="Offset">Where its tag stands, for messages.</param>
internal readonly record struct MatlabElement(MatlabElementType Type, ReadOnlyMemory<byte> Data, long Offset);
