using MppDigital.Web.Starting;

// Its settings lie beside the program, from whichever directory it is started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddMppDigital();
var app = builder.Build();
return await app.StartUpAsync();

// Named so that tests can start the program as it is.
public partial class Program;
