using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;

namespace MppDigital.Architecture.Tests;

public sealed class TypeRuleTests
{
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Base"];

    // What a share is counted from; the contract calls it base.
    private const string Denominator = "RolloutBase";

    private static readonly IReadOnlyList<Type> Types = [.. Repository.Assemblies.SelectMany(Repository.TypesOf)];

    [Fact]
    public void Sees_the_types_of_every_project() => Assert.All(Repository.Assemblies, a => Assert.True(Repository.TypesOf(a).Count() > 3, a.FullName));

    [Fact]
    public void No_type_or_folder_has_a_name_that_says_nothing()
    {
        Finding.None(Types.Where(t => t.Name != Denominator && EmptyWords.Any(w => t.Name.Split('`')[0].EndsWith(w, StringComparison.Ordinal))).Select(t => t.FullName));
        Finding.None(Types.Select(t => t.Namespace!).Distinct().Where(n => n.Split('.').Any(EmptyWords.Contains)));
    }

    [Fact]
    public void Every_context_is_internal()
    {
        var contexts = Types.Where(t => typeof(DbContext).IsAssignableFrom(t)).ToList();

        Assert.Equal(3, contexts.Count);
        Finding.None(contexts.Where(t => t.IsVisible).Select(t => t.FullName));
    }

    [Fact]
    public void Every_class_is_sealed_or_has_heirs()
    {
        var parents = Types.Select(t => t.BaseType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : t.BaseType).ToHashSet();
        var classes = Types.Where(t => t.IsClass && !IsMadeByTheFramework(t)).ToList();

        Assert.True(classes.Count > 300);
        Finding.None(classes.Where(t => !t.IsSealed && !t.IsAbstract && !parents.Contains(t)).Select(t => t.FullName));
    }

    [Fact]
    public void Every_use_case_is_an_internal_handler_named_by_its_input()
    {
        var handlers = Types.SelectMany(t => t.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IUseCase<,>)).Select(i => (Handler: t, Input: i.GetGenericArguments()[0]))).ToList();

        Assert.True(handlers.Count > 40);
        Finding.None(handlers.Where(h => h.Handler.IsVisible).Select(h => h.Handler.FullName));
        // Reading and changing the same thing may share a handler, named by one of the two.
        Finding.None(handlers.GroupBy(h => h.Handler).Where(g => !g.Any(h => h.Handler.Name == h.Input.Name + "Handler")).Select(g => g.Key.FullName));
    }

    /// <summary>Razor pages become partial classes and migrations come from the tool; Program is named so that tests can start it.</summary>
    private static bool IsMadeByTheFramework(Type type) =>
        typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type) || type.Namespace!.Contains(".Migrations", StringComparison.Ordinal) || type == typeof(Program) || type.Name == "_Imports";
}
