<?php
// A site that runs the plugin without WordPress: of WordPress, only the functions that the plugin calls, in what they promise.
// `php -S` calls this file for each request. The cookie `user` is the session, and the nonce is bound to it.

define( 'ABSPATH', __DIR__ );
foreach ( array( 'AUTH_URL', 'BASE_URL', 'CLIENT_URL' ) as $name ) {
	define( 'HUMAN_CONNECT_' . $name, getenv( 'HUMAN_CONNECT_' . $name ) );
}
$options = array(
	'human_connect_client_id'     => getenv( 'CLIENT_ID' ),
	'human_connect_client_secret' => getenv( 'CLIENT_SECRET' ),
	'human_connect_within'        => 'main',
);
$actions = array();
$routes  = array();
$user    = isset( $_COOKIE['user'] ) ? (int) $_COOKIE['user'] : 0;

class WP_Error {
	public function __construct( public $code, public $message, public $data ) {}
}
class WP_REST_Response {
	public $headers = array();
	public function __construct( public $data, public $status = 200 ) {}
	public function header( $name, $value ) {
		$this->headers[ $name ] = $value;
	}
}

function add_action( $name, $callback ) {
	$GLOBALS['actions'][ $name ][] = $callback;
}
function do_action( $name ) {
	foreach ( $GLOBALS['actions'][ $name ] ?? array() as $callback ) {
		$callback();
	}
}
function register_rest_route( $namespace, $route, $options ) {
	$GLOBALS['routes'][ '/wp-json/' . $namespace . $route ] = $options;
}
function get_option( $name ) {
	return $GLOBALS['options'][ $name ] ?? false;
}
function is_user_logged_in() {
	return $GLOBALS['user'] > 0;
}
function get_current_user_id() {
	return $GLOBALS['user'];
}
function current_user_can( $what ) {
	return 1 === $GLOBALS['user'];
}
function wp_create_nonce( $action ) {
	return substr( hash( 'sha256', $action . $GLOBALS['user'] ), 0, 10 );
}
function rest_url( $path ) {
	return 'http://' . $_SERVER['HTTP_HOST'] . '/wp-json/' . $path;
}
function plugins_url( $file ) {
	return 'http://' . $_SERVER['HTTP_HOST'] . '/' . $file;
}
function add_query_arg( $name, $value, $url ) {
	return $url . ( str_contains( $url, '?' ) ? '&' : '?' ) . $name . '=' . rawurlencode( $value );
}
function esc_attr( $text ) {
	return htmlspecialchars( (string) $text, ENT_QUOTES );
}
function wp_json_encode( $data ) {
	return json_encode( $data );
}
function is_wp_error( $thing ) {
	return $thing instanceof WP_Error;
}
function wp_remote_post( $url, $args ) {
	$headers = array();
	foreach ( $args['headers'] as $name => $value ) {
		$headers[] = "$name: $value";
	}
	$http = array( 'method' => 'POST', 'header' => $headers, 'content' => $args['body'], 'ignore_errors' => true, 'follow_location' => 0 );
	$body = @file_get_contents( $url, false, stream_context_create( array( 'http' => $http ) ) );
	if ( false === $body ) {
		return new WP_Error( 'http_request_failed', 'no answer', array() );
	}
	preg_match( '/ (\d{3})/', $http_response_header[0], $status );
	return array( 'status' => (int) $status[1], 'body' => $body );
}
function wp_remote_retrieve_response_code( $answer ) {
	return $answer['status'];
}
function wp_remote_retrieve_body( $answer ) {
	return $answer['body'];
}
function settings_fields() {}
function submit_button() {
	echo '<button>Save</button>';
}

require dirname( __DIR__, 3 ) . '/examples/wordpress/human-connect/human-connect.php';
do_action( 'rest_api_init' );

$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( '/human-connect.js' === $path ) {
	header( 'Content-Type: text/javascript' );
	readfile( dirname( __DIR__, 3 ) . '/packages/element/dist/human-connect.js' );
} elseif ( isset( $routes[ $path ] ) ) {
	serve_route( $routes[ $path ] );
} elseif ( '/options' === $path ) {
	human_connect_print_page();
} else {
	echo '<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">';
	do_action( 'wp_head' );
	echo '<main><p><a class="wp-element-button" href="/connect#human-connect=button">Connect your health data</a></p></main></html>';
}

/** As WordPress' REST server does with cookies: without a nonce the user is a stranger, with a wrong one the call is refused. */
function serve_route( $route ) {
	header( 'Content-Type: application/json' );
	$nonce = $_GET['_wpnonce'] ?? null;
	if ( null === $nonce ) {
		$GLOBALS['user'] = 0;
	} elseif ( wp_create_nonce( 'wp_rest' ) !== $nonce ) {
		http_response_code( 403 );
		return print '{"code":"rest_cookie_invalid_nonce"}';
	}
	if ( $route['methods'] !== $_SERVER['REQUEST_METHOD'] ) {
		http_response_code( 404 );
		return print '{"code":"rest_no_route"}';
	}
	if ( ! $route['permission_callback']() ) {
		http_response_code( 401 );
		return print '{"code":"rest_forbidden"}';
	}
	$answer = $route['callback']();
	if ( is_wp_error( $answer ) ) {
		http_response_code( $answer->data['status'] );
		return print json_encode( array( 'code' => $answer->code, 'message' => $answer->message, 'data' => $answer->data ) );
	}
	foreach ( $answer->headers as $name => $value ) {
		header( "$name: $value" );
	}
	return print json_encode( $answer->data );
}
