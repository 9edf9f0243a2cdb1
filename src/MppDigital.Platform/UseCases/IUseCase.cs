namespace MppDigital.Platform.UseCases;

/// <summary>The one door to a use case: pages, endpoints, jobs and commands inject it by the input they have.</summary>
public interface IUseCase<in TInput, TResult>
{
    Task<Outcome<TResult>> HandleAsync(TInput input, CancellationToken ct);
}
