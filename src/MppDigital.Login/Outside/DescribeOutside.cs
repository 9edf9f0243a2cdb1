using Microsoft.Extensions.Options;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Outside;

/// <summary>What the sign-in page says of the outside identity provider.</summary>
/// <param name="Ended">From the address: the code with which the outside way ended.</param>
public sealed record DescribeOutside(string? Ended);

/// <param name="Way">Null where no provider is configured.</param>
public sealed record OutsideView(OutsideWay? Way);

/// <param name="Name">As people know the provider.</param>
/// <param name="Away">It did not answer when it was last asked.</param>
/// <param name="Ended">Why the way that this browser took has just ended without a session.</param>
public sealed record OutsideWay(string Name, Problem? Away, Problem? Ended);

internal sealed class DescribeOutsideHandler(OutsideProvider provider, IOptions<OutsideOptions> options) : IUseCase<DescribeOutside, OutsideView>
{
    public Task<Outcome<OutsideView>> HandleAsync(DescribeOutside input, CancellationToken ct)
    {
        if (options.Value is not { IsOn: true, Name: var name }) return Task.FromResult<Outcome<OutsideView>>(new OutsideView(null));
        var away = provider.IsAway ? OutsideProblems.Named(OutsideProblems.Away, name) : null;
        return Task.FromResult<Outcome<OutsideView>>(new OutsideView(new OutsideWay(name, away, OutsideProblems.Find(input.Ended, name))));
    }
}
