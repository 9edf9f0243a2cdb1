using System.Text;
using Microsoft.AspNetCore.Http;
using MppDigital.Web.Components.Assets;
using MppDigital.Web.Starting;

namespace MppDigital.Web.Tests.Pages;

/// <summary>The page for our own failures stands alone: no services, no renderer, no language set by anybody before.</summary>
public sealed class FailurePageTests
{
    [Theory]
    [InlineData(null, "id", "Bukan salah Anda")]
    [InlineData("lang=en", "en", "This is not your fault")]
    [InlineData("lang=%00<script>", "id", "Bukan salah Anda")]
    public async Task Speaks_the_reader_s_language_in_the_style_of_the_other_pages(string? cookie, string language, string heading)
    {
        var html = await WriteAsync(cookie);

        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains($"<h1 class=\"mt\">{heading}</h1>", html, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"stylesheet\" href=\"{WebAssets.PathOf("mpp.css")}\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_reference_and_lets_it_be_no_markup() => Assert.Contains("<b>0HN&lt;b&gt;7</b>", await WriteAsync(null), StringComparison.Ordinal);

    private static async Task<string> WriteAsync(string? cookie)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { TraceIdentifier = "0HN<b>7", Response = { Body = body } };
        if (cookie is not null) context.Request.Headers.Cookie = cookie;
        await FailurePage.WriteAsync(context);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
