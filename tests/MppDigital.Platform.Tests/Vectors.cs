namespace MppDigital.Platform.Tests;

internal static class Vectors
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", name));
}
