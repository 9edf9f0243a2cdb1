using System.Net;
using System.Text.RegularExpressions;
using MppDigital.Testing;

namespace MppDigital.Web.Tests.Http;

/// <summary>Fills in the plain HTML forms of the login: number or user name with password, then a code where one is due.</summary>
internal static partial class SignInForms
{
    public static async Task PassAsync(MppClient client, Uri begin, string person, string password, string? totp)
    {
        var (address, page) = await client.FollowAsync(begin);
        for (var form = 0; form < 2 && page.Text.Contains("<form", StringComparison.Ordinal) && address.Host.StartsWith("login.", StringComparison.Ordinal); form++)
        {
            var fields = HiddenField().Matches(page.Text).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
            if (page.Text.Contains("name=\"code\"", StringComparison.Ordinal))
            {
                fields["code"] = OneTimeCode.Of(totp ?? throw new InvalidOperationException($"{person} has no second factor, but one is asked for."));
            }
            else
            {
                fields[page.Text.Contains("name=\"username\"", StringComparison.Ordinal) ? "username" : "nik"] = person;
                fields["password"] = password;
            }

            using var filled = new FormUrlEncodedContent(fields);
            page = await client.SendAsync(address, HttpMethod.Post, new Call { Content = filled });
            if (page.Headers.Location is { } next) (address, page) = await client.FollowAsync(new Uri(address, next));
        }
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"\s*/?>""")]
    private static partial Regex HiddenField();
}
