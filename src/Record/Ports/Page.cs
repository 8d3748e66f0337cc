namespace Voltloop.Record.Ports;

/// <summary>A part of a longer list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">Items of this page.</param>
/// <param name="Next">Cursor of the next page; <c>null</c> on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
