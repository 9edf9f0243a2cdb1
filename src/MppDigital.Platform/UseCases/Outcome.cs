using System.Diagnostics.CodeAnalysis;

namespace MppDigital.Platform.UseCases;

/// <summary>What a use case answers: its result, or the expected refusal. Exceptions are left for bugs and outages.</summary>
public readonly struct Outcome<T>
{
    private Outcome(T? value, Problem? problem)
    {
        Value = value;
        Problem = problem;
    }

    public T? Value { get; }

    public Problem? Problem { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Problem is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);
}

/// <summary>The result of a use case that has nothing to say beyond "done".</summary>
public readonly record struct Done;
