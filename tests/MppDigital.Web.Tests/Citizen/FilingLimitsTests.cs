using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using MppDigital.Login;
using MppDigital.Web.Api;

namespace MppDigital.Web.Tests.Citizen;

public sealed class FilingLimitsTests
{
    [Fact]
    public void One_address_is_told_to_wait_and_no_other_is()
    {
        using var limits = new FilingLimits(Options.Create(new LoginOptions { LimitAddresses = true }));
        for (var i = 0; i < FilingLimits.FilingsPerWindow; i++) Assert.Null(Refuse($"2001:db8:1:1::{i:x}"));

        // One device chooses the second half of its address as it likes.
        var refused = Refuse("2001:db8:1:1:ffff::1");
        Assert.Equal("too-many-complaints", refused?.Code);
        Assert.InRange(refused!.RetryAfter!.Value, TimeSpan.FromSeconds(1), FilingLimits.Window);
        Assert.Null(Refuse("2001:db8:1:2::1"));
        Assert.Null(Refuse("10.0.0.7"));
        // The same address, as a socket for both kinds tells it.
        for (var i = 1; i < FilingLimits.FilingsPerWindow; i++) Assert.Null(Refuse("::ffff:10.0.0.7"));
        Assert.NotNull(Refuse("10.0.0.7"));

        Platform.UseCases.Problem? Refuse(string address) => limits.Refuse(new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } });
    }
}
