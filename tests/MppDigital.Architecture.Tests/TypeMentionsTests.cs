using System.Text;

namespace MppDigital.Architecture.Tests;

/// <summary>The rules stand on the walker, so it is tried on code whose mentions are known.</summary>
public sealed class TypeMentionsTests
{
    [Fact]
    public void Sees_what_a_lambda_touches() => Assert.Contains(typeof(StringBuilder), MentionsOf(typeof(Hidden)));

    [Fact]
    public void Sees_what_an_async_method_touches() => Assert.Contains(typeof(Uri), MentionsOf(typeof(Hidden)));

    [Fact]
    public void Sees_an_argument_of_a_generic_call() => Assert.Contains(typeof(Version), MentionsOf(typeof(Hidden)));

    [Fact]
    public void Sees_nothing_that_is_not_there() => Assert.DoesNotContain(typeof(Random), MentionsOf(typeof(Hidden)));

    private static HashSet<Type> MentionsOf(Type type) =>
        [.. type.GetNestedTypes(System.Reflection.BindingFlags.NonPublic).Append(type).SelectMany(TypeMentions.Of)];

    private sealed class Hidden
    {
        public static Func<object> Lambda(int seed) => () => seed > 0 ? new StringBuilder() : "";

        public static async Task<string> WaitAsync()
        {
            await Task.Yield();
            return new Uri("http://localhost").Host;
        }

        public static object Generic() => Array.Empty<Version>();
    }
}
