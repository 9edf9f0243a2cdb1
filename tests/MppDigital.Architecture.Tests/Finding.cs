namespace MppDigital.Architecture.Tests;

internal static class Finding
{
    /// <summary>Fails with the whole list, one finding a line: what is cut off cannot be mended.</summary>
    public static void None(IEnumerable<string?> findings)
    {
        var list = findings.ToList();
        Assert.True(list.Count == 0, $"{list.Count} found:\n{string.Join('\n', list)}");
    }
}
