namespace MppDigital.Testing;

/// <summary>Published cases with their expected answers: synthetic numbers, payment codes, surveys and due dates.</summary>
public static class Vectors
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", name));
}
